import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "./module-configuration.css";

export interface FactsColumn<Row> {
  readonly title: string;
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface FactsListProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  readonly columns: readonly FactsColumn<Row>[];
}

const mostShown = 200;

/** Things of one kind as the panel has them, in a table that scrolls by itself. */
export function FactsList<Row>({ label, rows, keyOf, columns }: FactsListProps<Row>) {
  const { t } = useTranslation();
  const numberAt = (column: FactsColumn<Row>) => (column.isNumber ? { "data-number": true } : {});
  return (
    <div className="facts-list" tabIndex={0} role="group" aria-label={label}>
      <Table stickyHeader verticalSpacing={4} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.title} {...numberAt(column)}>
                {column.title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, mostShown).map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map((column) => (
                <Table.Td key={column.title} {...numberAt(column)}>
                  {column.cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length > mostShown ? (
        <div className="quiet">{t("modules.detail.more", { count: rows.length - mostShown })}</div>
      ) : null}
    </div>
  );
}
