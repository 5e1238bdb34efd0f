import { ScrollArea, Table } from "@mantine/core";
import type { ReactNode } from "react";

interface FigureTableProps {
  readonly label: string;
  /** The first column names the row, the others are figures. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly name: ReactNode; readonly figures: readonly ReactNode[] }[];
}

/** The figures behind a chart. */
export function FigureTable({ label, columns, rows }: FigureTableProps) {
  const [first, ...others] = columns;
  return (
    <ScrollArea.Autosize mah={360} type="auto" viewportProps={{ tabIndex: 0, role: "region", "aria-label": label }}>
      <Table stickyHeader className="figure-table" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{first}</Table.Th>
            {others.map((column) => (
              <Table.Th key={column} scope="col" ta="right">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row" fw={400}>
                {row.name}
              </Table.Th>
              {row.figures.map((figure, index) => (
                <Table.Td key={others[index]} ta="right">
                  {figure}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
