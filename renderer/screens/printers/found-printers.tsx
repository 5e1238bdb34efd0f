import { Button } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FoundPrinter } from "../../../main/contract/shapes/printer";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { PaneSection } from "../../parts/pane-section";
import { wayWords } from "./way-words";

/** Printers that are found on the network and in the system, to begin with. */
export function FoundPrinters({ onPick }: { readonly onPick: (found: FoundPrinter) => void }) {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  const found = useQuery("printer.find", isAsked ? {} : null);
  const rows = found.value;
  return (
    <PaneSection
      title={t("printers.section.found")}
      aside={
        <Button
          variant="default"
          size="compact-sm"
          loading={isAsked && found.isLoading}
          leftSection={<IconSearch size="1.1em" aria-hidden />}
          onClick={() => {
            if (isAsked) found.reload();
            setIsAsked(true);
          }}
        >
          {t("printers.find")}
        </Button>
      }
    >
      <FaultNotice fault={found.fault} />
      {rows === undefined ? <p className="quiet">{t("printers.findHint")}</p> : null}
      {rows?.length === 0 ? <p className="quiet">{t("printers.foundNone")}</p> : null}
      <div className="found-printers">
        {(rows ?? []).map((one) => (
          <div key={`${one.name} ${JSON.stringify(one.way)}`} className="found-printer">
            <span>{one.name}</span>
            <span className="quiet one-line">
              {[wayWords(t, one.way), one.detail].filter((text) => text !== "").join(" · ")}
            </span>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                onPick(one);
              }}
            >
              {t("printers.use")}
            </Button>
          </div>
        ))}
      </div>
    </PaneSection>
  );
}
