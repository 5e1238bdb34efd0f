import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { useRight } from "../../hooks/use-right";
import { FaultNotice } from "../../parts/fault-notice";
import { DirectoryEditor } from "./directory-editor";

/** The data centres: add and rename. */
export function DataCentresSection() {
  const { t } = useTranslation();
  const dataCentres = useQuery("data-centre.list", {});
  const mayEdit = useRight("data-centre.save");
  const add = useCommand("data-centre.add");
  const save = useCommand("data-centre.save");
  return (
    <div className="settings-narrow">
      <Text c="dimmed">{t("settings.directory.dataCentresHint")}</Text>
      <FaultNotice fault={dataCentres.fault} onRetry={dataCentres.reload} />
      <DirectoryEditor
        mayEdit={mayEdit}
        entries={dataCentres.value}
        emptyText={t("settings.directory.noDataCentres")}
        newLabel={t("settings.directory.newDataCentre")}
        onAdd={(name) => add.run({ name })}
        onRename={({ id, revision }, name) => save.run({ id, revision, name })}
      />
    </div>
  );
}
