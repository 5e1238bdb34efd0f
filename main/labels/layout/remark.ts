import type { LabelRemark } from "../../contract/shapes/label";

export function remark(
  level: LabelRemark["level"],
  rule: LabelRemark["rule"],
  elementId: string | null,
  message: string,
): LabelRemark {
  return { level, rule, elementId, message };
}
