import { IconCircleCheck, IconCirclePlus, IconCircleX, IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CatalogueChange } from "../../../main/contract/shapes/catalogue";
import { DifferenceTable } from "../../parts/difference-table";
import { ToneBadge } from "../../parts/state-badge";
import type { StateLook } from "../../parts/state-tone";
import { WarningLine } from "../../parts/warning-line";
import { formatNumber } from "../../text/format";
import { phrase } from "../../text/phrase";
import { groupChanges, type ChangeGroup } from "./group-changes";

/** More than these are read on demand. */
const mostUnfolded = 30;

const looks: Readonly<Record<ChangeGroup, StateLook>> = {
  problem: { tone: "failed", icon: IconCircleX },
  added: { tone: "work", icon: IconCirclePlus },
  changed: { tone: "waiting", icon: IconPencil },
  same: { tone: "done", icon: IconCircleCheck },
};

/** What importing would do, record by record: what stands in the way first, what stays as it is last and folded. */
export function CatalogueChanges({ changes }: { readonly changes: readonly CatalogueChange[] }) {
  const groups = groupChanges(changes);
  return (
    <>
      <ChangeSection group="problem" changes={groups.problem} isOpen />
      <ChangeSection group="changed" changes={groups.changed} isOpen />
      <ChangeSection group="added" changes={groups.added} isOpen={groups.added.length <= mostUnfolded} />
      <ChangeSection group="same" changes={groups.same} isOpen={false} />
    </>
  );
}

interface ChangeSectionProps {
  readonly group: ChangeGroup;
  readonly changes: readonly CatalogueChange[];
  readonly isOpen: boolean;
}

function ChangeSection({ group, changes, isOpen }: ChangeSectionProps) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  return (
    <details className="catalogue-group" open={isOpen}>
      <summary>
        <ToneBadge look={looks[group]} word={`${t(`catalogue.group.${group}`)} · ${formatNumber(changes.length)}`} />
      </summary>
      <ul className="catalogue-changes">
        {changes.map((change) => (
          <li key={`${change.entity} ${change.name}`} className="catalogue-change">
            <div className="catalogue-change-head">
              <span className="quiet">{t(`catalogue.entity.${change.entity}`)}</span>
              <strong>{change.name}</strong>
            </div>
            {change.problem === "" ? null : <WarningLine tone="failed">{phrase(change.problem)}</WarningLine>}
            {change.change === "changed" && change.differences.length > 0 ? (
              <DifferenceTable label={change.name} differences={change.differences} />
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
