import { Anchor, Table } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RouteCheck } from "../../../main/contract/shapes/module";
import { ToneBadge } from "../../parts/state-badge";
import type { StateLook } from "../../parts/state-tone";
import { phrase } from "../../text/phrase";
import "./route-table.css";

interface RouteTableProps {
  readonly routes: readonly RouteCheck[];
  /** Goes back to the client's own wording; left out where that cannot be asked for. */
  readonly onReset?: (name: string) => void;
}

const looks: Readonly<Record<RouteCheck["state"], StateLook>> = {
  found: { tone: "done", icon: IconCircleCheck },
  differs: { tone: "waiting", icon: IconAlertTriangle },
  missing: { tone: "failed", icon: IconCircleX },
  "not-checked": { tone: "neutral", icon: IconHelpCircle },
};

const worstFirst: readonly RouteCheck["state"][] = ["missing", "differs", "found", "not-checked"];

/** Routes or functions with what the panel tells of each, what needs a look first. */
export function RouteTable({ routes, onReset }: RouteTableProps) {
  const { t } = useTranslation();
  const sorted = [...routes].sort((left, right) => worstFirst.indexOf(left.state) - worstFirst.indexOf(right.state));
  return (
    <Table className="route-table" verticalSpacing={4} horizontalSpacing="xs" aria-label={t("modules.routes.title")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="24%">{t("modules.routes.name")}</Table.Th>
          <Table.Th w="42%">{t("modules.routes.wire")}</Table.Th>
          <Table.Th>{t("modules.routes.state")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map((route) => (
          <Table.Tr key={route.name}>
            <Table.Td>{route.name}</Table.Td>
            <Table.Td>
              <span className="mono">{route.wire}</span>
              {route.isOverridden ? (
                <div className="route-override quiet">
                  {t("modules.routes.overridden")}
                  {onReset ? (
                    <Anchor
                      component="button"
                      type="button"
                      size="xs"
                      onClick={() => {
                        onReset(route.name);
                      }}
                    >
                      {t("modules.routes.reset")}
                    </Anchor>
                  ) : null}
                </div>
              ) : null}
            </Table.Td>
            <Table.Td>
              <span className="route-state">
                <ToneBadge look={looks[route.state]} word={t(`modules.routes.states.${route.state}`)} />
                {route.remark === "" ? null : <span className="quiet">{phrase(route.remark)}</span>}
              </span>
              {route.suggestion === "" ? null : (
                <div>
                  {t("modules.routes.suggestion")} <span className="mono">{route.suggestion}</span>
                </div>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
