import { Button, FileButton } from "@mantine/core";
import { IconFileImport, IconLayout, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Template } from "../../../main/contract/shapes/label";
import { useQuery, type Query } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { ListRow } from "../../parts/list-row";
import { LoadingRows } from "../../parts/loading-rows";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { KindIcon } from "../labels/kind-icon";
import { LabelTabs } from "../labels/label-tabs";
import { phrase } from "../../text/phrase";
import { TemplateEditor } from "./template-editor";
import { useTemplateFiles } from "./use-template-files";

/** What labels look like, with the editor. */
export function LabelTemplatesScreen() {
  const { t } = useTranslation();
  const templates = useQuery("label-template.list", {});
  const selectedId = useConsole((state) => state.route.id);
  return (
    <LabelTabs tab="labelTemplates">
      <ListDetail
        list={<TemplateList templates={templates} selectedId={selectedId} />}
        detail={selectedId === null ? null : <TemplateDetail templates={templates} id={selectedId} />}
        placeholder={
          <EmptyState icon={IconLayout} title={t("labelTemplates.pickTitle")} hint={t("labelTemplates.pickHint")} />
        }
      />
    </LabelTabs>
  );
}

interface TemplateListProps {
  readonly templates: Query<Template[]>;
  readonly selectedId: string | null;
}

function TemplateDetail({ templates, id }: { readonly templates: Query<Template[]>; readonly id: string }) {
  const { t } = useTranslation();
  if (id === "new") return <TemplateEditor key="new" template={null} />;
  const template = templates.value?.find((one) => one.id === id);
  if (template) return <TemplateEditor key={id} template={template} />;
  return templates.value ? <EmptyState icon={IconLayout} title={t("labelTemplates.missing")} /> : <LoadingRows />;
}

function TemplateList({ templates, selectedId }: TemplateListProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const files = useTemplateFiles(templates.value ?? []);
  const rows = templates.value;
  return (
    <>
      <div className="list-head">
        <Allowed to="label-template.import">
          <FileButton accept="application/json,.json" onChange={(file) => void files.importFrom(file)}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconFileImport size="1.1em" aria-hidden />}>
                {t("labelTemplates.import")}
              </Button>
            )}
          </FileButton>
        </Allowed>
        <Button variant="default" disabled={files.own === 0} onClick={() => void files.exportOwn()}>
          {t("labelTemplates.export")}
        </Button>
        <Allowed to="label-template.add">
          <Button
            variant="default"
            ml="auto"
            leftSection={<IconPlus size="1.1em" aria-hidden />}
            onClick={() => {
              open("labelTemplates", "new");
            }}
          >
            {t("labelTemplates.add")}
          </Button>
        </Allowed>
      </div>
      <FaultNotice fault={templates.fault ?? files.fault} onRetry={templates.reload} />
      {rows === undefined && templates.isLoading ? <LoadingRows /> : null}
      {rows && rows.length > 0 ? (
        <VirtualList
          label={t("frame.labelTemplates")}
          lines={2}
          count={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={({ id }) => id}
          selectedKey={selectedId}
          renderRow={({ name, kind, width, height, isBuiltIn }) => (
            <ListRow
              mark={<KindIcon kind={kind} />}
              title={phrase(name)}
              aside={isBuiltIn ? t("labelTemplates.builtIn") : null}
              below={
                height === null
                  ? t("labelTemplates.openSize", { width })
                  : t("labelTemplates.dimensions", { width, height })
              }
            />
          )}
          onOpen={({ id }) => {
            open("labelTemplates", id);
          }}
        />
      ) : null}
    </>
  );
}
