import { Table, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Statistics } from "../../../main/contract/shapes/statistics";
import { PaneSection } from "../../parts/pane-section";
import { RelativeTime } from "../../parts/relative-time";
import { StateBadge } from "../../parts/state-badge";
import { stateLooks, type Tone } from "../../parts/state-tone";
import { useConsole } from "../../stores/console-store";
import { formatList, formatNumber } from "../../text/format";
import { BarLine } from "./bar-line";

const tones = ["done", "waiting", "failed", "neutral"] as const satisfies readonly Tone[];

/** Which panels answer, as one bar and as a table below it: there are few enough to show both. */
export function LinkTable({ links }: { readonly links: Statistics["links"] }) {
  const { t } = useTranslation();
  const { open } = useConsole.getState();
  const up = links.filter((link) => link.state === "up").length;
  return (
    <PaneSection title={t("overview.links.title")}>
      <p className="overview-hint quiet">
        {links.length === 0
          ? t("overview.links.empty")
          : t("overview.links.hint", { up: formatNumber(up), count: links.length })}
      </p>
      {links.length === 0 ? null : (
        <>
          <BarLine
            longest={links.length}
            label={t("overview.links.hint", { up: formatNumber(up), count: links.length })}
            parts={tones.map((tone) => ({
              key: `tone-${tone}`,
              count: links.filter((link) => stateLooks.link[link.state].tone === tone).length,
              label: formatList(namesOf(links.filter((link) => stateLooks.link[link.state].tone === tone))),
            }))}
          />
          <Table className="figure-table" aria-label={t("overview.links.title")}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t("overview.failures.panel")}</Table.Th>
                <Table.Th scope="col">{t("overview.links.state")}</Table.Th>
                <Table.Th scope="col">{t("overview.links.since")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {links.map((link) => (
                <Table.Tr key={link.moduleId}>
                  <Table.Th scope="row" fw={400}>
                    <UnstyledButton
                      className="chart-name"
                      title={t("overview.openPanel", { name: link.moduleName })}
                      onClick={() => {
                        open("modules", link.moduleId);
                      }}
                    >
                      {link.moduleName}
                    </UnstyledButton>
                  </Table.Th>
                  <Table.Td>
                    <StateBadge of="link" state={link.state} />
                  </Table.Td>
                  <Table.Td>
                    <RelativeTime at={link.since} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </PaneSection>
  );
}

function namesOf(links: Statistics["links"]): readonly string[] {
  return links.map((link) => link.moduleName);
}
