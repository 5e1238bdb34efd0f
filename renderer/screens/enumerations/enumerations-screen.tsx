import { Button } from "@mantine/core";
import { IconListDetails, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Enumeration } from "../../../main/contract/shapes/enumeration";
import { useQuery, type Query } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { ListRow } from "../../parts/list-row";
import { LoadingRows } from "../../parts/loading-rows";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { TariffTabs } from "../tariffs/tariff-tabs";
import { EnumerationEditor } from "./enumeration-editor";

/** The enumerations with their editor. */
export function EnumerationsScreen() {
  const { t } = useTranslation();
  const enumerations = useQuery("enumeration.list", {});
  const selectedId = useConsole((state) => state.route.id);
  return (
    <TariffTabs tab="enumerations">
      <ListDetail
        list={<EnumerationList enumerations={enumerations} selectedId={selectedId} />}
        detail={selectedId === null ? null : <EnumerationDetail enumerations={enumerations} id={selectedId} />}
        placeholder={
          <EmptyState icon={IconListDetails} title={t("enumerations.pickTitle")} hint={t("enumerations.pickHint")} />
        }
      />
    </TariffTabs>
  );
}

interface EnumerationDetailProps {
  readonly enumerations: Query<Enumeration[]>;
  readonly id: string;
}

function EnumerationDetail({ enumerations, id }: EnumerationDetailProps) {
  const { t } = useTranslation();
  if (id === "new") return <EnumerationEditor key="new" enumeration={null} />;
  const enumeration = enumerations.value?.find((one) => one.id === id);
  if (enumeration) return <EnumerationEditor key={id} enumeration={enumeration} />;
  return enumerations.value ? <EmptyState icon={IconListDetails} title={t("enumerations.missing")} /> : <LoadingRows />;
}

interface EnumerationListProps {
  readonly enumerations: Query<Enumeration[]>;
  readonly selectedId: string | null;
}

function EnumerationList({ enumerations, selectedId }: EnumerationListProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const tariffs = useQuery("tariff.list", {}).value ?? [];
  const rows = enumerations.value;
  const usersOf = (id: string): number =>
    tariffs.filter(({ resources }) => resources.some((one) => one.enumerationId === id)).length;
  return (
    <>
      <div className="list-head">
        <span className="quiet">{rows ? t("enumerations.count", { count: rows.length }) : ""}</span>
        <Allowed to="enumeration.add">
          <Button
            variant="default"
            ml="auto"
            leftSection={<IconPlus size="1.1em" aria-hidden />}
            onClick={() => {
              open("enumerations", "new");
            }}
          >
            {t("enumerations.add")}
          </Button>
        </Allowed>
      </div>
      <FaultNotice fault={enumerations.fault} onRetry={enumerations.reload} />
      {rows === undefined && enumerations.isLoading ? <LoadingRows /> : null}
      {rows?.length === 0 ? (
        <EmptyState icon={IconListDetails} title={t("enumerations.emptyTitle")} hint={t("enumerations.emptyHint")} />
      ) : null}
      {rows && rows.length > 0 ? (
        <VirtualList
          label={t("enumerations.title")}
          lines={2}
          count={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={({ id }) => id}
          selectedKey={selectedId}
          renderRow={({ id, name, internalName, items }) => (
            <ListRow
              mark={<IconListDetails size="1.25em" stroke={1.6} color="var(--text-quiet)" aria-hidden />}
              title={name}
              aside={<span className="mono">{internalName}</span>}
              below={`${t("enumerations.items", { count: items.length })} · ${t("enumerations.usedBy", { count: usersOf(id) })}`}
            />
          )}
          onOpen={({ id }) => {
            open("enumerations", id);
          }}
        />
      ) : null}
    </>
  );
}
