import { Button, Group, Popover, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Link } from "../../main/contract/shapes/module";
import { useCommand } from "../hooks/use-command";
import { Allowed } from "../parts/allowed";
import { FactTable } from "../parts/fact-table";
import { FaultNotice } from "../parts/fault-notice";
import { RelativeTime } from "../parts/relative-time";
import { StateIcon, useStateWord } from "../parts/state-badge";
import { useConsole } from "../stores/console-store";
import { phrase } from "../text/phrase";

/** One panel in the status bar; a click tells more and offers to ask it now. */
export function LinkStatus({ link }: { readonly link: Link }) {
  const { t } = useTranslation();
  const word = useStateWord({ of: "link", state: link.state });
  const age = link.lastSuccessAt ?? link.since;
  return (
    <Popover width={320} position="top-start" shadow="md" withArrow trapFocus>
      <Popover.Target>
        <button type="button" className="status-bar-item">
          <StateIcon of="link" state={link.state} />
          <span>{link.moduleName}</span>
          {link.state === "up" ? null : <span>{word}</span>}
          {link.heldBy === null ? null : <span>{t("frame.paused")}</span>}
          <RelativeTime at={age} />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <LinkDetails link={link} word={word} />
      </Popover.Dropdown>
    </Popover>
  );
}

function LinkDetails({ link, word }: { readonly link: Link; readonly word: string }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const probe = useCommand("link.probe");
  return (
    <Stack gap="xs">
      <Text fw={600}>
        {link.moduleName}: {word}
      </Text>
      {link.reason === "" ? null : <Text>{phrase(link.reason)}</Text>}
      <FactTable
        facts={[
          {
            label: t("frame.lastAnswer"),
            value: link.lastSuccessAt === null ? null : <RelativeTime at={link.lastSuccessAt} />,
            missing: t("frame.neverAnswered"),
          },
          ...(link.nextProbeAt === null
            ? []
            : [{ label: t("frame.nextTry"), value: <RelativeTime at={link.nextProbeAt} /> }]),
        ]}
      />
      <FaultNotice fault={probe.fault} />
      <Group gap="xs">
        <Allowed to="link.probe">
          <Button variant="light" loading={probe.isRunning} onClick={() => void probe.run({ id: link.moduleId })}>
            {t("frame.probe")}
          </Button>
        </Allowed>
        <Button
          variant="subtle"
          onClick={() => {
            open("modules", link.moduleId);
          }}
        >
          {t("frame.openModule")}
        </Button>
      </Group>
    </Stack>
  );
}
