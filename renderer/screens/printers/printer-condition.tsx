import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle, IconLoader2, IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Printer, PrinterCondition as Condition } from "../../../main/contract/shapes/printer";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { RelativeTime } from "../../parts/relative-time";
import { ToneBadge } from "../../parts/state-badge";
import type { StateLook } from "../../parts/state-tone";
import { phrase } from "../../text/phrase";

const looks: Readonly<Partial<Record<Condition, StateLook>>> = {
  ready: { tone: "done", icon: IconCircleCheck },
  busy: { tone: "work", icon: IconLoader2 },
  unknown: { tone: "neutral", icon: IconHelpCircle },
};
const troubled: StateLook = { tone: "failed", icon: IconAlertTriangle };

/** How a printer says that it is, asked now. */
export function PrinterCondition({ printer }: { readonly printer: Printer }) {
  const { t } = useTranslation();
  const status = useQuery("printer.status", { id: printer.id });
  const { value } = status;
  return (
    <div className="found-printer">
      {value === undefined ? (
        <span className="quiet">{status.fault === null ? t("printers.asking") : ""}</span>
      ) : (
        <>
          <ToneBadge look={looks[value.condition] ?? troubled} word={t(`printers.conditions.${value.condition}`)} />
          <span>{phrase(value.message)}</span>
          {value.media === null ? null : (
            <span className="quiet">
              {value.media.length === 0
                ? t("labelTemplates.openSize", { width: value.media.width })
                : t("labelTemplates.dimensions", { width: value.media.width, height: value.media.length })}
            </span>
          )}
          <span className="quiet">
            <RelativeTime at={value.takenAt} />
          </span>
        </>
      )}
      <FaultNotice fault={status.fault} />
      <Button
        variant="default"
        size="compact-sm"
        loading={status.isLoading}
        leftSection={<IconRefresh size="1.1em" aria-hidden />}
        onClick={status.reload}
      >
        {t("printers.ask")}
      </Button>
    </div>
  );
}
