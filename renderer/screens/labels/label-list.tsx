import { Button, Chip, Select } from "@mantine/core";
import { IconPrinter, IconTag } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { usePages } from "../../hooks/use-pages";
import { useRight } from "../../hooks/use-right";
import { useShortcut } from "../../hooks/use-shortcut";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { SearchField } from "../../parts/search-field";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { LabelRow } from "./label-row";
import { subjectKey } from "./subject-key";
import { useLabelFilter } from "./use-label-filter";
import { useLabelMarks, type LabelMarks } from "./use-label-marks";

/** Things to label; those that need one come first. Marked ones are printed together. */
export function LabelList({ selectedKey }: { readonly selectedKey: string | null }) {
  const { t } = useTranslation();
  const { kind, onlyNeeding, search, change } = useLabelFilter();
  const things = usePages("label.list", { kind, onlyNeeding, search });
  const marks = useLabelMarks();
  const mayPrint = useRight("print.start");
  const changeSearch = useCallback(
    (text: string) => {
      change("search", text);
    },
    [change],
  );
  const isEmpty = things.firstPage !== undefined && things.total === 0;
  return (
    <>
      <div className="list-head">
        <SearchField value={search} placeholder={t("labels.search")} onSearch={changeSearch} />
        <Select
          w={130}
          aria-label={t("labels.kind")}
          allowDeselect={false}
          value={kind ?? ""}
          data={[
            { value: "", label: t("labels.allKinds") },
            ...(["server", "rack", "port", "cable"] as const).map((value) => ({
              value,
              label: t(`labels.kinds.${value}`),
            })),
          ]}
          onChange={(value) => {
            change("kind", value ?? "");
          }}
        />
        <Chip
          size="xs"
          checked={onlyNeeding}
          onChange={(isChecked) => {
            change("needing", isChecked ? "yes" : "");
          }}
        >
          {t("labels.onlyNeeding")}
        </Chip>
      </div>
      <PrintBar marks={marks} needing={things.firstPage?.needing ?? 0} />
      <FaultNotice fault={things.fault} onRetry={things.reload} />
      <div className="list-body">
        {things.firstPage === undefined && !things.fault ? <LoadingRows count={10} /> : null}
        {isEmpty ? (
          <EmptyState
            icon={IconTag}
            title={t(onlyNeeding ? "labels.noneNeeded" : "labels.empty")}
            hint={t(onlyNeeding ? "labels.noneNeededHint" : "labels.emptyHint")}
          />
        ) : null}
        {things.total > 0 ? (
          <VirtualList
            label={t("labels.list")}
            lines={2}
            count={things.total}
            rowAt={things.rowAt}
            onRange={things.onRange}
            keyOf={({ subject }) => subjectKey(subject)}
            selectedKey={selectedKey}
            {...(mayPrint ? { marks } : {})}
            renderRow={(thing) => <LabelRow thing={thing} />}
            onOpen={({ subject }) => {
              useConsole.getState().open("labels", subjectKey(subject));
            }}
          />
        ) : null}
      </div>
    </>
  );
}

/** What can be done with the marked things, or with all that need a label. */
function PrintBar({ marks, needing }: { readonly marks: LabelMarks; readonly needing: number }) {
  const { t } = useTranslation();
  const askToPrint = useConsole((state) => state.askToPrint);
  const print = (): void => {
    askToPrint(marks.subjects);
  };
  useShortcut("printLabel", print, marks.count > 0);
  return (
    <div className="label-bar quiet">
      <span>
        {marks.count === 0 ? t("labels.needing", { count: needing }) : t("labels.marked", { count: marks.count })}
      </span>
      {marks.count === 0 ? null : (
        <>
          <Button variant="subtle" size="compact-sm" onClick={marks.clear}>
            {t("labels.clearMarks")}
          </Button>
          <Button size="compact-sm" ml="auto" leftSection={<IconPrinter size="1.1em" aria-hidden />} onClick={print}>
            {t("labels.printMarked", { count: marks.count })}
          </Button>
        </>
      )}
    </div>
  );
}
