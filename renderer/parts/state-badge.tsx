import { memo } from "react";
import { useTranslation } from "react-i18next";
import "./state-badge.css";
import { stateLooks, type StateLook, type StateOf } from "./state-tone";

type StateBadgeProps = {
  [Kind in keyof StateOf]: { readonly of: Kind; readonly state: StateOf[Kind] };
}[keyof StateOf];

/** A state of the contract with its colour, icon and word. */
export function StateBadge(props: StateBadgeProps) {
  return <ToneBadge look={lookOf(props)} word={useStateWord(props)} />;
}

/** The same look for a word that is not a state of the contract. */
export function ToneBadge({ look, word }: { readonly look: StateLook; readonly word: string }) {
  const Icon = look.icon;
  return (
    <span className="state-badge" data-tone={look.tone}>
      <Icon size="1.1em" stroke={2} aria-hidden />
      {word}
    </span>
  );
}

/** Only the icon, where the word stands beside it in the same line or is read to a screen reader. Rows of long lists share few states. */
export const StateIcon = memo(DrawnStateIcon);

function DrawnStateIcon(props: StateBadgeProps) {
  const look = lookOf(props);
  const Icon = look.icon;
  const word = useStateWord(props);
  return (
    <span className="state-icon" data-tone={look.tone} title={word}>
      <Icon size="1.25em" stroke={2} role="img" aria-label={word} />
    </span>
  );
}

/** The word for a state. */
export function useStateWord(props: StateBadgeProps): string {
  const { t } = useTranslation();
  switch (props.of) {
    case "task":
      return t(`states.task.${props.state}`);
    case "service":
      return t(`states.service.${props.state}`);
    case "action":
      return t(`states.action.${props.state}`);
    case "link":
      return t(`states.link.${props.state}`);
    case "power":
      return t(`states.power.${props.state}`);
    case "port":
      return t(`states.port.${props.state}`);
    case "print":
      return t(`states.print.${props.state}`);
  }
}

function lookOf(props: StateBadgeProps): StateLook {
  switch (props.of) {
    case "task":
      return stateLooks.task[props.state];
    case "service":
      return stateLooks.service[props.state];
    case "action":
      return stateLooks.action[props.state];
    case "link":
      return stateLooks.link[props.state];
    case "power":
      return stateLooks.power[props.state];
    case "port":
      return stateLooks.port[props.state];
    case "print":
      return stateLooks.print[props.state];
  }
}
