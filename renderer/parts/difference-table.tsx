import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Difference } from "../../main/contract/shapes/tariff";
import { phrase } from "../text/phrase";
import "./difference-table.css";

interface DifferenceTableProps {
  /** Read out as the name of the table. */
  readonly label: string;
  readonly differences: readonly Difference[];
  /** Headings of the two values where they are not what is now and what comes after. */
  readonly before?: string;
  readonly after?: string;
}

/** Two states side by side, field by field: as a rule what is now and what comes after. */
export function DifferenceTable({ label, differences, before, after }: DifferenceTableProps) {
  const { t } = useTranslation();
  const words = (value: string) =>
    value === "" ? <span className="quiet">{t("parts.differences.nothing")}</span> : phrase(value);
  return (
    <Table aria-label={label} className="difference-table" verticalSpacing={4} horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="34%">{t("parts.differences.field")}</Table.Th>
          <Table.Th>{before ?? t("parts.differences.before")}</Table.Th>
          <Table.Th>{after ?? t("parts.differences.after")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map((one) => (
          <Table.Tr key={one.field}>
            <Table.Td>{phrase(one.field)}</Table.Td>
            <Table.Td className="difference-before">{words(one.before)}</Table.Td>
            <Table.Td className="difference-after">{words(one.after)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
