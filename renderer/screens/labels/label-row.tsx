import { useTranslation } from "react-i18next";
import type { Labelled } from "../../../main/contract/shapes/label";
import { ListRow } from "../../parts/list-row";
import { RelativeTime } from "../../parts/relative-time";
import { KindIcon } from "./kind-icon";
import "./labels.css";

/** One thing: its name, where it is, and whether its label is printed. */
export function LabelRow({ thing }: { readonly thing: Labelled }) {
  const { t } = useTranslation();
  return (
    <ListRow
      mark={<KindIcon kind={thing.kind} />}
      title={thing.title}
      aside={
        thing.needsLabel ? (
          <span className="label-needed">{t("labels.needsLabel")}</span>
        ) : thing.printedAt === null ? (
          t("labels.neverPrinted")
        ) : (
          <RelativeTime at={thing.printedAt} />
        )
      }
      below={thing.place === "" ? t("labels.noPlace") : thing.place}
      belowAside={<span className="mono">{thing.shortId}</span>}
    />
  );
}
