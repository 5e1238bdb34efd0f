import type { CallInput } from "../../../main/contract/calls";
import { useLastValue } from "../../hooks/use-last-value";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { LabelDrawing } from "../../parts/label-drawing";

interface LabelPreviewProps {
  readonly input: CallInput<"label.draw">;
  /** What is on it, in words. */
  readonly label: string;
}

/** A label drawn by the press itself, so that the eye sees what the printer will. The last one stays while the next is on its way. */
export function LabelPreview({ input, label }: LabelPreviewProps) {
  const answer = useQuery("label.draw", input);
  const drawing = useLastValue(answer.value, "");
  return (
    <>
      <FaultNotice fault={answer.fault} onRetry={answer.reload} />
      {drawing === undefined ? null : <LabelDrawing drawing={drawing} label={label} />}
    </>
  );
}
