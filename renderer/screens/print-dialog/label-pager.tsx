import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LabelSubject } from "../../../main/contract/shapes/label";
import { LabelPreview } from "../labels/label-preview";

interface LabelPagerProps {
  readonly subjects: readonly LabelSubject[];
  readonly templateId: string;
  readonly stockId: string;
  readonly printerId: string | null;
}

/** The labels one by one, as they will come out. */
export function LabelPager({ subjects, templateId, stockId, printerId }: LabelPagerProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(0);
  const index = Math.min(wanted, subjects.length - 1);
  const subject = subjects[index];
  if (subject === undefined) return null;
  const position = { number: index + 1, count: subjects.length };
  return (
    <div className="print-dialog-preview">
      <div className="label-sheet">
        <LabelPreview
          input={{ template: { id: templateId }, stockId, printerId, subject }}
          label={t("printing.label", position)}
        />
      </div>
      {subjects.length === 1 ? null : (
        <div className="print-dialog-pager">
          <ActionIcon
            aria-label={t("printing.previous")}
            disabled={index === 0}
            onClick={() => {
              setWanted(index - 1);
            }}
          >
            <IconChevronLeft size="1.2em" />
          </ActionIcon>
          <span className="quiet">{t("printing.label", position)}</span>
          <ActionIcon
            aria-label={t("printing.next")}
            disabled={index === subjects.length - 1}
            onClick={() => {
              setWanted(index + 1);
            }}
          >
            <IconChevronRight size="1.2em" />
          </ActionIcon>
        </div>
      )}
    </div>
  );
}
