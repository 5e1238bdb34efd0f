import { Anchor } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LabelSubject } from "../../main/contract/shapes/label";
import type { Whereabouts } from "../../main/contract/shapes/mirror";
import { useConsole } from "../stores/console-store";
import { phrase } from "../text/phrase";
import { Copyable } from "./copyable";
import { FactTable } from "./fact-table";
import { IconAction } from "./icon-action";
import { LabelIconButton } from "./label-button";
import { PaneSection } from "./pane-section";
import { formatRackRoute } from "./rack-route";
import { RelativeTime } from "./relative-time";
import { useWhereaboutsWords } from "./use-whereabouts-words";
import { WarningLine } from "./warning-line";
import { AddressList, CableList, type CableTools } from "./whereabouts-lists";
import "./whereabouts.css";

export interface WhereaboutsViewProps {
  readonly found: Whereabouts;
  /** Left out where the rack itself is looked at. */
  readonly hasRackLink?: boolean;
  /** What can be done with the cables, where they can be changed. */
  readonly tools?: CableTools;
  /** Why there are no addresses, where that is known. */
  readonly missingAddresses?: string;
  /** The age and the label stand above, where the whole card is of one server. */
  readonly isWithinCard?: boolean;
}

/** One panel for everything that somebody needs who walks to a machine; the whole of it can be copied as text. */
export function WhereaboutsView(props: WhereaboutsViewProps) {
  const { found, hasRackLink = true, tools, missingAddresses, isWithinCard = false } = props;
  const { t } = useTranslation();
  const code = (text: string): ReactNode => (text === "" ? null : <Copyable text={text} />);
  const missing = t("whereabouts.notRecorded");
  return (
    <PaneSection title={t("whereabouts.title")} aside={<Tools found={found} hasLabel={!isWithinCard} />}>
      <FactTable
        facts={[
          { label: t("whereabouts.dataCentre"), value: found.dataCentre, missing },
          { label: t("whereabouts.room"), value: found.location, missing },
          { label: t("whereabouts.rack"), value: <Place found={found} isLink={hasRackLink} /> },
          ...(found.serverId === null
            ? []
            : [
                { label: t("whereabouts.port"), value: <CableList to="switch" found={found} tools={tools} /> },
                { label: t("whereabouts.outlet"), value: <CableList to="pdu" found={found} tools={tools} /> },
                { label: t("whereabouts.ipmi"), value: <CableList to="ipmi" found={found} tools={tools} /> },
                { label: t("whereabouts.mac"), value: code(found.mac), missing },
                { label: t("whereabouts.serial"), value: code(found.serial), missing },
              ]),
          {
            label: t("whereabouts.addresses"),
            value: found.addresses.length === 0 ? null : <AddressList addresses={found.addresses} />,
            missing: missingAddresses ?? t("whereabouts.noAddresses"),
          },
        ]}
      />
      {tools?.below}
      {isWithinCard ? null : <Source found={found} />}
    </PaneSection>
  );
}

function Tools({ found, hasLabel }: { readonly found: Whereabouts; readonly hasLabel: boolean }) {
  const { t } = useTranslation();
  const words = useWhereaboutsWords();
  const clipboard = useClipboard({ timeout: saidMs });
  const subject = labelOf(found);
  return (
    <span className="whereabouts-tools">
      <IconAction
        icon={clipboard.copied ? IconCheck : IconCopy}
        label={t(clipboard.copied ? "parts.copied" : "whereabouts.copy")}
        onClick={() => {
          clipboard.copy(words.text(found));
        }}
      />
      {hasLabel && subject ? <LabelIconButton label={t("labels.print")} subjects={[subject]} /> : null}
    </span>
  );
}

/** How long the button says that it has copied. */
const saidMs = 1_500;

function labelOf({ moduleId, serverId, serviceId }: Whereabouts): LabelSubject | null {
  if (serviceId !== null) return { kind: "service", serviceId };
  return serverId === null ? null : { kind: "server", moduleId, serverId };
}

function Place({ found, isLink }: { readonly found: Whereabouts; readonly isLink: boolean }) {
  const { t } = useTranslation();
  const words = useWhereaboutsWords();
  const open = useConsole((state) => state.open);
  const { moduleId, rackId, rack, units, rackFrom } = found;
  if (rack === "") return <span className="quiet">{t("whereabouts.noRack")}</span>;
  const text = words.place(found);
  return (
    <span className="whereabouts-place">
      {isLink && rackId !== null ? (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            open("racks", formatRackRoute({ moduleId, rackId }));
          }}
        >
          {text}
        </Anchor>
      ) : (
        <span>{text}</span>
      )}
      {units.length === 0 ? <span className="quiet">{t("whereabouts.noUnits")}</span> : null}
      {rackFrom === "card" || rackFrom === "scan" ? (
        <span className="quiet">{t(`whereabouts.from.${rackFrom}`)}</span>
      ) : null}
    </span>
  );
}

/** Who said so, and when. */
function Source({ found }: { readonly found: Whereabouts }) {
  const { t } = useTranslation();
  if (found.takenAt === null) return <span className="quiet whereabouts-source">{t("whereabouts.notFromPanel")}</span>;
  return (
    <>
      <span className="quiet whereabouts-source">
        {t(found.isLive ? "whereabouts.fromPanel" : "whereabouts.lastKnown")} <RelativeTime at={found.takenAt} />
      </span>
      {found.isLive || found.reason === "" ? null : <WarningLine>{phrase(found.reason)}</WarningLine>}
    </>
  );
}
