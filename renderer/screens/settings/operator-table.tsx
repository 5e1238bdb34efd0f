import { Button, Group, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Operator } from "../../../main/contract/shapes/operator";
import { useRight } from "../../hooks/use-right";
import { RelativeTime } from "../../parts/relative-time";
import { useConsole } from "../../stores/console-store";

interface OperatorTableProps {
  readonly operators: readonly Operator[];
  readonly onEdit: (operator: Operator) => void;
  /** Switches off whoever may sign in, and on whoever may not. */
  readonly onSwitch: (operator: Operator) => void;
}

/** Everybody who ever worked here; whoever left stays in the list, switched off. */
export function OperatorTable({ operators, onEdit, onSwitch }: OperatorTableProps) {
  const { t } = useTranslation();
  const maySave = useRight("operator.save");
  const own = useConsole((state) => state.description?.operator);
  return (
    <Table className="settings-table" aria-label={t("settings.section.operators")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("settings.operators.name")}</Table.Th>
          <Table.Th>{t("settings.operators.role")}</Table.Th>
          <Table.Th>{t("settings.operators.signInKind")}</Table.Th>
          <Table.Th>{t("settings.operators.lastSignIn")}</Table.Th>
          {maySave ? <Table.Th aria-label={t("settings.operators.change")} /> : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {operators.map((operator) => (
          <Table.Tr key={operator.id} data-off={!operator.isActive || undefined}>
            <Table.Td className="settings-table-name">
              {operator.name}
              {operator.name === own ? <span className="quiet"> {t("settings.operators.you")}</span> : null}
            </Table.Td>
            <Table.Td>{t(`gate.role.${operator.role}`)}</Table.Td>
            <Table.Td>{t(`gate.${operator.signInKind}`)}</Table.Td>
            <Table.Td>
              <SignInState operator={operator} />
            </Table.Td>
            {maySave ? (
              <Table.Td className="settings-table-actions">
                <Group gap={4} wrap="nowrap">
                  <Button
                    variant="default"
                    aria-label={t("settings.operators.changeOf", { name: operator.name })}
                    onClick={() => {
                      onEdit(operator);
                    }}
                  >
                    {t("settings.operators.change")}
                  </Button>
                  {operator.name === own ? null : (
                    <Button
                      variant="subtle"
                      color="gray"
                      aria-label={t(operator.isActive ? "settings.operators.offOf" : "settings.operators.onOf", {
                        name: operator.name,
                      })}
                      onClick={() => {
                        onSwitch(operator);
                      }}
                    >
                      {t(operator.isActive ? "settings.operators.off" : "settings.operators.on")}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            ) : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function SignInState({ operator: { isActive, lastSignedInAt } }: { readonly operator: Operator }) {
  const { t } = useTranslation();
  return (
    <>
      {lastSignedInAt === null ? (
        <span className="quiet">{t("settings.operators.neverSignedIn")}</span>
      ) : (
        <RelativeTime at={lastSignedInAt} />
      )}
      {isActive ? null : <div className="quiet">{t("settings.operators.isOff")}</div>}
    </>
  );
}
