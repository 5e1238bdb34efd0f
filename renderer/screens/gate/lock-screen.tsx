import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { useConsole } from "../../stores/console-store";
import { GateCard } from "./gate-card";
import { OperatorTiles } from "./operator-tiles";
import { PracticeHint } from "./practice-hint";
import { SecretForm } from "./secret-form";
import { useOffers } from "./use-offers";

/** The desk of `operator` is put away: they unlock it, or somebody else takes over the console. */
export function LockScreen({ operator }: { readonly operator: string }) {
  const { t } = useTranslation();
  const { offers, fault, reload } = useOffers();
  /** Null: nobody is chosen yet. */
  const [chosen, setChosen] = useState(() => (useConsole.getState().isSwitching ? null : operator));
  const offer = offers?.find(({ name }) => name === chosen);
  const isOwner = chosen === operator;
  return (
    <GateCard
      icon={IconLock}
      title={t("gate.locked", { name: operator })}
      intro={t(isOwner ? "gate.lockedIntro" : "gate.takeOverIntro", { name: operator })}
    >
      <FaultNotice fault={fault} onRetry={reload} />
      {offers === undefined && !fault ? <LoadingRows /> : null}
      {offers && !offer ? (
        <OperatorTiles
          offers={offers}
          onChoose={({ name }) => {
            setChosen(name);
          }}
        />
      ) : null}
      {offer ? (
        <SecretForm
          key={offer.name}
          offer={offer}
          action={t(isOwner ? "gate.unlockAction" : "gate.takeOverAction")}
          onSomeoneElse={() => {
            setChosen(null);
          }}
        />
      ) : null}
      <PracticeHint />
    </GateCard>
  );
}
