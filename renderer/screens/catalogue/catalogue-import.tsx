import { Button, FileButton } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../../main/contract/faults";
import { FaultNotice } from "../../parts/fault-notice";
import { Notice } from "../../parts/notice";
import { PaneSection } from "../../parts/pane-section";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import { CatalogueChanges } from "./catalogue-changes";
import type { CatalogueImporting } from "./use-catalogue-import";

/** A file is chosen, and its difference from what is here shown. */
export function CatalogueImport({ importing }: { readonly importing: CatalogueImporting }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const { state, choose, fault } = importing;
  return (
    <PaneSection title={t("catalogue.import.title")}>
      <span className="quiet">{t("catalogue.import.hint")}</span>
      <div className="catalogue-line">
        <FileButton
          accept="application/json,.json"
          inputProps={{ "aria-label": t("catalogue.import.file") }}
          onChange={(file) => {
            if (file) void choose(file);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconFileImport size="1.2em" aria-hidden />}>
              {t(state.step === "none" ? "catalogue.import.choose" : "catalogue.import.chooseAnother")}
            </Button>
          )}
        </FileButton>
        <span className="quiet" role="status">
          {state.step === "comparing" ? t("catalogue.import.comparing", { name: state.fileName }) : ""}
          {state.step === "compared" ? state.fileName : ""}
        </span>
      </div>
      {state.step === "refused" ? (
        <WarningLine tone="failed">
          {t(`catalogue.import.problem.${state.problem.kind}`, {
            name: state.fileName,
            version: state.problem.kind === "otherVersion" ? state.problem.version : "",
          })}
        </WarningLine>
      ) : null}
      {state.step === "not-compared" ? <RefusedContent fileName={state.fileName} fault={state.fault} /> : null}
      {state.step === "compared" ? (
        <>
          <FaultNotice fault={fault} />
          <CatalogueChanges changes={state.report.changes} />
        </>
      ) : null}
      {state.step === "imported" ? (
        <Notice tone="done" title={t("catalogue.import.done", state.imported)}>
          <Button
            variant="default"
            mt={6}
            onClick={() => {
              open("tariffs");
            }}
          >
            {t("catalogue.import.openTariffs")}
          </Button>
        </Notice>
      ) : null}
    </PaneSection>
  );
}

const mostIssues = 8;

/** Where the document breaks the schema, by path; what else went wrong as everywhere. */
function RefusedContent({ fileName, fault }: { readonly fileName: string; readonly fault: Fault }) {
  const { t } = useTranslation();
  if (fault.kind !== "invalid-input") return <FaultNotice fault={fault} />;
  const more = fault.issues.length - mostIssues;
  return (
    <div role="alert">
      <WarningLine tone="failed">{t("catalogue.import.refused", { name: fileName })}</WarningLine>
      <ul className="catalogue-issues">
        {fault.issues.slice(0, mostIssues).map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <span className="mono">{path.replace(/^catalogue\./u, "")}</span> {message}
          </li>
        ))}
        {more > 0 ? <li className="quiet">{t("catalogue.import.more", { count: more })}</li> : null}
      </ul>
    </div>
  );
}
