import { Button } from "@mantine/core";
import { IconFileExport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { FaultNotice } from "../../parts/fault-notice";
import { PaneSection } from "../../parts/pane-section";
import { offerFile } from "../../parts/offer-file";
import { catalogueFileName } from "./catalogue-file";

/** Writes the catalogue to a file of the person's choice. */
export function CatalogueExport() {
  const { t } = useTranslation();
  const read = useCommand("catalogue.export");
  const [made, setMade] = useState("");
  const exportAll = async (): Promise<void> => {
    const result = await read.run({});
    if (!result.ok) return;
    const { tariffs, enumerations, modules } = result.value;
    const name = catalogueFileName(new Date());
    offerFile(name, "application/json", [`${JSON.stringify(result.value, null, 2)}\n`]);
    setMade(
      t("catalogue.export.made", {
        name,
        content: [
          t("catalogue.export.tariffs", { count: tariffs.length }),
          t("catalogue.export.enumerations", { count: enumerations.length }),
          t("catalogue.export.modules", { count: modules.length }),
        ].join(", "),
      }),
    );
  };
  return (
    <PaneSection title={t("catalogue.export.title")}>
      <span className="quiet">{t("catalogue.export.hint")}</span>
      <FaultNotice fault={read.fault} />
      <div className="catalogue-line">
        <Button
          variant="default"
          leftSection={<IconFileExport size="1.2em" aria-hidden />}
          loading={read.isRunning}
          onClick={() => void exportAll()}
        >
          {t("catalogue.export.make")}
        </Button>
        <span className="quiet" role="status">
          {made}
        </span>
      </div>
    </PaneSection>
  );
}
