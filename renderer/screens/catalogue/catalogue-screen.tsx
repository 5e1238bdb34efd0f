import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Allowed } from "../../parts/allowed";
import { PageTitle } from "../../parts/page-title";
import { PaneSection } from "../../parts/pane-section";
import { ReadOnlyNote } from "../../parts/read-only-note";
import { WarningLine } from "../../parts/warning-line";
import { TariffTabs } from "../tariffs/tariff-tabs";
import { CatalogueExport } from "./catalogue-export";
import { CatalogueImport } from "./catalogue-import";
import { groupChanges } from "./group-changes";
import { useCatalogueImport, type CatalogueImporting } from "./use-catalogue-import";
import "./catalogue.css";

/** What is sold as one document: out to a file, and in from one with the difference shown first. */
export function CatalogueScreen() {
  const { t } = useTranslation();
  const importing = useCatalogueImport();
  return (
    <TariffTabs tab="catalogue">
      <div className="catalogue">
        <div className="pane">
          <PageTitle title={t("catalogue.title")} below={t("catalogue.below")} />
          <CatalogueExport />
          <Allowed
            to="catalogue.import"
            otherwise={
              <PaneSection title={t("catalogue.import.title")}>
                <ReadOnlyNote />
              </PaneSection>
            }
          >
            <CatalogueImport importing={importing} />
          </Allowed>
        </div>
        <ImportFoot importing={importing} />
      </div>
    </TariffTabs>
  );
}

/** The deed, once the difference is on the screen, and why it cannot be done. */
function ImportFoot({ importing: { state, run, isRunning } }: { readonly importing: CatalogueImporting }) {
  const { t } = useTranslation();
  if (state.step !== "compared") return null;
  const { changes, hasProblems } = state.report;
  const { problem, added, changed } = groupChanges(changes);
  const count = added.length + changed.length;
  return (
    <div className="pane-foot">
      {hasProblems ? (
        <WarningLine tone="failed">{t("catalogue.import.blocked", { count: problem.length })}</WarningLine>
      ) : null}
      {!hasProblems && count === 0 ? <span>{t("catalogue.import.nothing", { name: state.fileName })}</span> : null}
      <Button disabled={hasProblems || count === 0} loading={isRunning} onClick={() => void run()}>
        {t("catalogue.import.run", { count })}
      </Button>
    </div>
  );
}
