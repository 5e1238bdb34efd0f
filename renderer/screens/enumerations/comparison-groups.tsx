import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { EnumerationComparison } from "../../../main/contract/shapes/enumeration";
import { Allowed } from "../../parts/allowed";
import { ToneBadge } from "../../parts/state-badge";
import type { StateLook } from "../../parts/state-tone";

interface ComparisonGroupsProps {
  readonly comparison: EnumerationComparison;
  readonly onRename: (item: string, image: string) => void;
  readonly onRemove: (item: string) => void;
  readonly onAdd: (image: string) => void;
}

const looks = {
  nearly: { tone: "failed", icon: IconAlertTriangle },
  missingThere: { tone: "failed", icon: IconCircleX },
  unusedHere: { tone: "neutral", icon: IconCircleDashed },
  same: { tone: "done", icon: IconCircleCheck },
} as const satisfies Record<keyof EnumerationComparison, StateLook>;

/** What stands in the way first, what is in order last. */
export function ComparisonGroups({ comparison, onRename, onRemove, onAdd }: ComparisonGroupsProps) {
  const { t } = useTranslation();
  const { nearly, missingThere, unusedHere, same } = comparison;
  return (
    <>
      <Group kind="nearly" count={nearly.length}>
        {nearly.map(({ item, image }) => (
          <Line
            key={`${item} ${image}`}
            name={t("enumerations.compare.renamed", { item, image })}
            remedy={t("enumerations.compare.rename")}
            onRemedy={() => {
              onRename(item, image);
            }}
          />
        ))}
      </Group>
      <Group kind="missingThere" count={missingThere.length}>
        {missingThere.map((item) => (
          <Line
            key={item}
            name={item}
            remedy={t("enumerations.compare.remove")}
            onRemedy={() => {
              onRemove(item);
            }}
          />
        ))}
      </Group>
      <Group kind="unusedHere" count={unusedHere.length}>
        {unusedHere.map((image) => (
          <Line
            key={image}
            name={image}
            remedy={t("enumerations.compare.add")}
            onRemedy={() => {
              onAdd(image);
            }}
          />
        ))}
      </Group>
      <Group kind="same" count={same.length}>
        {same.map((item) => (
          <Line key={item} name={item} />
        ))}
      </Group>
    </>
  );
}

interface GroupProps {
  readonly kind: keyof EnumerationComparison;
  readonly count: number;
  readonly children: ReactNode;
}

function Group({ kind, count, children }: GroupProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <section className="comparison-group" aria-label={t(`enumerations.compare.${kind}`)}>
      <div className="comparison-head">
        <ToneBadge look={looks[kind]} word={`${t(`enumerations.compare.${kind}`)} · ${String(count)}`} />
        {kind === "same" ? null : <span className="quiet">{t(`enumerations.compare.${kind}Hint`)}</span>}
      </div>
      <ul className="comparison-list">{children}</ul>
    </section>
  );
}

interface LineProps {
  readonly name: string;
  readonly remedy?: string;
  readonly onRemedy?: () => void;
}

function Line({ name, remedy, onRemedy }: LineProps) {
  return (
    <li className="comparison-line">
      <span className="mono">{name}</span>
      {remedy === undefined ? null : (
        <Allowed to="enumeration.save">
          <Button size="compact-sm" variant="subtle" aria-label={`${remedy}: ${name}`} onClick={() => onRemedy?.()}>
            {remedy}
          </Button>
        </Allowed>
      )}
    </li>
  );
}
