import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ActionTrouble } from "../../../main/contract/shapes/action";
import { WarningLine } from "../../parts/warning-line";
import "./activity.css";

/** Why a step is not done: in words, in the panel's words, and for a conflict with the values side by side. */
export function StepTrouble({ trouble }: { readonly trouble: ActionTrouble }) {
  const { t } = useTranslation();
  return (
    <div className="activity-trouble">
      <WarningLine tone="failed">
        <strong>{t(`activity.trouble.${trouble.kind}`)}</strong>
      </WarningLine>
      {trouble.message === "" ? null : <div>{trouble.message}</div>}
      {trouble.differences.length === 0 ? null : <Conflict differences={trouble.differences} />}
      <div className="quiet">{t(`activity.advice.${trouble.kind}`)}</div>
    </div>
  );
}

function Conflict({ differences }: Pick<ActionTrouble, "differences">) {
  const { t } = useTranslation();
  const shown = (value: string) =>
    value === "" ? <span className="quiet">{t("activity.conflict.nothing")}</span> : value;
  return (
    <Table className="activity-conflict" verticalSpacing={6} horizontalSpacing="xs" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="22%">{t("activity.conflict.field")}</Table.Th>
          <Table.Th>{t("activity.conflict.wanted")}</Table.Th>
          <Table.Th>{t("activity.conflict.seen")}</Table.Th>
          <Table.Th>{t("activity.conflict.found")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map((one) => (
          <Table.Tr key={one.field}>
            <Table.Td>{one.field}</Table.Td>
            <Table.Td>{shown(one.wanted)}</Table.Td>
            <Table.Td>{shown(one.seen)}</Table.Td>
            <Table.Td data-changed={one.found !== one.seen || undefined}>{shown(one.found)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
