import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../../stores/console-store";
import { GateCard } from "./gate-card";
import { OperatorChoice } from "./operator-choice";
import { useOffers } from "./use-offers";

/** The desk of `operator` is put away: they unlock it, or somebody else takes over the console. */
export function LockScreen({ operator }: { readonly operator: string }) {
  const { t } = useTranslation();
  const answer = useOffers();
  /** Null: nobody is chosen yet. */
  const [chosen, setChosen] = useState(() => (useConsole.getState().isSwitching ? null : operator));
  const offer = answer.offers?.find(({ name }) => name === chosen);
  const isOwner = chosen === operator;
  return (
    <GateCard
      icon={IconLock}
      title={t("gate.locked", { name: operator })}
      intro={t(isOwner ? "gate.lockedIntro" : "gate.takeOverIntro", { name: operator })}
    >
      <OperatorChoice
        answer={answer}
        offer={offer}
        action={t(isOwner ? "gate.unlockAction" : "gate.takeOverAction")}
        onChoose={setChosen}
        onSomeoneElse={() => {
          setChosen(null);
        }}
      />
    </GateCard>
  );
}
