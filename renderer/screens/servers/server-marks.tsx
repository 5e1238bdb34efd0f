import { IconAlertTriangle, IconLock, IconPlayerPause, IconStethoscope } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ServerFacts } from "../../../main/contract/shapes/panel";
import { ToneBadge } from "../../parts/state-badge";
import type { StateLook } from "../../parts/state-tone";

type Mark = "disabled" | "blocked" | "fault" | "diagnostics";

const looks: Readonly<Record<Mark, StateLook>> = {
  disabled: { tone: "waiting", icon: IconPlayerPause },
  blocked: { tone: "neutral", icon: IconLock },
  fault: { tone: "failed", icon: IconAlertTriangle },
  diagnostics: { tone: "work", icon: IconStethoscope },
};

/** Why a server is not fit for use, where the panel says so. */
export function ServerMarks({ facts }: { readonly facts: ServerFacts }) {
  const { t } = useTranslation();
  const marks: readonly Mark[] = [
    ...(facts.isDisabled ? (["disabled"] as const) : []),
    ...(facts.isBlocked ? (["blocked"] as const) : []),
    ...(facts.hasFault ? (["fault"] as const) : []),
    ...(facts.isInDiagnostics ? (["diagnostics"] as const) : []),
  ];
  return marks.map((mark) => <ToneBadge key={mark} look={looks[mark]} word={t(`servers.mark.${mark}`)} />);
}
