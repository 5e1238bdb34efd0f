import { Button } from "@mantine/core";
import { IconPlus, IconPrinter, IconTag } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Printer } from "../../../main/contract/shapes/printer";
import { useQuery } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { ListRow } from "../../parts/list-row";
import { LoadingRows } from "../../parts/loading-rows";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { LabelTabs } from "../labels/label-tabs";
import type { ListedStock } from "../print-dialog/use-print-form";
import { phrase } from "../../text/phrase";
import { LabelSettingsForm } from "./label-settings-form";
import { PrinterForm } from "./printer-form";
import { StockForm } from "./stock-form";
import { wayWords } from "./way-words";

/** Printers and the site's own stock, with what all labels have in common beside them. */
export function PrintersScreen() {
  const { t } = useTranslation();
  const selectedId = useConsole((state) => state.route.id);
  return (
    <LabelTabs tab="printers">
      <ListDetail
        list={<PrinterList selectedId={selectedId} />}
        detail={selectedId === null ? null : <PrinterDetail id={selectedId} />}
        placeholder={
          <div className="pane">
            <LabelSettingsForm />
            <p className="quiet">{t("printers.pickHint")}</p>
          </div>
        }
      />
    </LabelTabs>
  );
}

/** Ids of stock are told from those of printers by the lists they are in. */
function PrinterDetail({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const printers = useQuery("printer.list", {});
  const stocks = useQuery("label-stock.list", {});
  if (id === "new") return <PrinterForm key="new" printer={null} />;
  if (id === "new-stock") return <StockForm key="new-stock" stock={null} />;
  const printer = printers.value?.find((one) => one.id === id);
  if (printer) return <PrinterForm key={id} printer={printer} />;
  const stock = stocks.value?.find((one) => one.id === id);
  if (stock) return <StockForm key={id} stock={stock} />;
  return printers.value && stocks.value ? (
    <EmptyState icon={IconPrinter} title={t("printers.missing")} />
  ) : (
    <LoadingRows />
  );
}

function PrinterList({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useTranslation();
  const { open } = useConsole.getState();
  const printers = useQuery("printer.list", {});
  const stocks = useQuery("label-stock.list", {});
  const own = (stocks.value ?? []).filter(({ isBuiltIn }) => !isBuiltIn);
  const rows: readonly Row[] = [
    ...(printers.value ?? []).map((printer) => ({ is: "printer" as const, id: printer.id, printer })),
    ...own.map((stock) => ({ is: "stock" as const, id: stock.id, stock })),
  ];
  return (
    <>
      <div className="list-head">
        <Allowed to="printer.add">
          <Button
            variant="default"
            leftSection={<IconPlus size="1.1em" aria-hidden />}
            onClick={() => {
              open("printers", "new");
            }}
          >
            {t("printers.add")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlus size="1.1em" aria-hidden />}
            onClick={() => {
              open("printers", "new-stock");
            }}
          >
            {t("printers.addStock")}
          </Button>
        </Allowed>
      </div>
      <FaultNotice fault={printers.fault ?? stocks.fault} onRetry={printers.reload} />
      {printers.value === undefined && printers.isLoading ? <LoadingRows /> : null}
      {printers.value && rows.length === 0 ? (
        <EmptyState icon={IconPrinter} title={t("printing.noPrinter")} hint={t("printing.noPrinterHint")} />
      ) : null}
      {rows.length > 0 ? (
        <VirtualList
          label={t("frame.printers")}
          lines={2}
          count={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={({ id }) => id}
          selectedKey={selectedId}
          renderRow={(row) => <RowView row={row} stocks={stocks.value ?? []} />}
          onOpen={({ id }) => {
            open("printers", id);
          }}
        />
      ) : null}
    </>
  );
}

type Row =
  | {
      readonly is: "printer";
      readonly id: string;
      readonly printer: Printer;
    }
  | { readonly is: "stock"; readonly id: string; readonly stock: ListedStock };

function RowView({ row, stocks }: { readonly row: Row; readonly stocks: readonly ListedStock[] }) {
  const { t } = useTranslation();
  if (row.is === "stock") {
    const { name, width, height } = row.stock;
    return (
      <ListRow
        mark={
          <IconTag size="1.25em" stroke={1.6} color="var(--text-quiet)" role="img" aria-label={t("printers.stock")} />
        }
        title={phrase(name)}
        below={
          height === null ? t("labelTemplates.openSize", { width }) : t("labelTemplates.dimensions", { width, height })
        }
      />
    );
  }
  const { printer } = row;
  const loaded = stocks.find(({ id }) => id === printer.stockId);
  return (
    <ListRow
      mark={
        <IconPrinter
          size="1.25em"
          stroke={1.6}
          color="var(--text-quiet)"
          role="img"
          aria-label={t("printers.printer")}
        />
      }
      title={printer.name}
      aside={t(`printers.languages.${printer.language}`)}
      below={`${wayWords(t, printer.way)} · ${loaded ? phrase(loaded.name) : t("printers.nothingLoaded")}`}
    />
  );
}
