import { useTranslation } from "react-i18next";
import { PageTitle } from "../../parts/page-title";
import { TariffTabs } from "../tariffs/tariff-tabs";
import { CatalogueExport } from "./catalogue-export";
import { CatalogueImport } from "./catalogue-import";
import "./catalogue.css";

/** What is sold as one document: out to a file, and in from one with the difference shown first. */
export function CatalogueScreen() {
  const { t } = useTranslation();
  return (
    <TariffTabs tab="catalogue">
      <div className="pane">
        <PageTitle title={t("catalogue.title")} below={t("catalogue.below")} />
        <CatalogueExport />
        <CatalogueImport />
      </div>
    </TariffTabs>
  );
}
