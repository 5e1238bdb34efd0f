import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../main/contract/faults";
import { useConsole } from "../stores/console-store";
import { formatDateTime } from "../text/format";

interface FaultNoticeProps {
  readonly fault: Fault | null;
  /** Offered where trying again makes sense. */
  readonly onRetry?: () => void;
}

/** A fault in neutral words: what happened, what the program or the panel says, what can be done. */
export function FaultNotice({ fault, onRetry }: FaultNoticeProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  if (!fault) return null;
  const system = "system" in fault ? fault.system : "";
  const pathless = fault.kind === "invalid-input" ? fault.issues.filter((issue) => issue.path === "") : [];
  return (
    <Alert
      color="red"
      variant="light"
      p="sm"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t(`faults.title.${fault.kind}`, { system })}
    >
      <Text>{fault.message}</Text>
      {fault.kind === "remote-refused" && fault.reason !== "" && !fault.message.includes(fault.reason) ? (
        <Text>“{fault.reason}”</Text>
      ) : null}
      {pathless.map((issue) => (
        <Text key={issue.message}>{issue.message}</Text>
      ))}
      <FaultHint fault={fault} />
      <Group gap="xs" mt={4} hidden={!onRetry && !concernsModule(fault)}>
        {onRetry ? (
          <Button variant="default" onClick={onRetry}>
            {t("faults.tryAgain")}
          </Button>
        ) : null}
        {concernsModule(fault) ? (
          <Button
            variant="subtle"
            onClick={() => {
              open("modules");
            }}
          >
            {t("faults.openModules")}
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
}

/** What can be done, for the kinds whose message does not say it already. */
function FaultHint({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation();
  switch (fault.kind) {
    case "invalid-input":
    case "not-allowed":
    case "remote-refused":
    case "signed-out":
      return null;
    case "wrong-secret":
      return fault.blockedUntil === null ? null : (
        <Text c="dimmed">{t("faults.hint.wrong-secret", { when: formatDateTime(fault.blockedUntil) })}</Text>
      );
    case "internal":
      return <Text c="dimmed">{t("faults.hint.internal", { reference: fault.reference })}</Text>;
    case "not-found":
    case "stale":
    case "locked":
    case "needs-sign-in":
    case "untrusted-certificate":
    case "unavailable":
      return <Text c="dimmed">{t(`faults.hint.${fault.kind}`)}</Text>;
  }
}

function concernsModule(fault: Fault): boolean {
  return fault.kind === "needs-sign-in" || fault.kind === "untrusted-certificate";
}
