import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SignInOffer } from "../../../main/contract/shapes/operator";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { useConsole } from "../../stores/console-store";
import { GateCard } from "./gate-card";
import { OperatorTiles } from "./operator-tiles";
import { OtherProfile } from "./other-profile";
import { PracticeHint } from "./practice-hint";
import { SecretForm } from "./secret-form";
import { useOffers } from "./use-offers";

/** More of them stand side by side. */
const fewTiles = 4;

/** Who is it? Begins with whoever worked at this workstation last. */
export function SignInScreen() {
  const { t } = useTranslation();
  const { offers, fault, reload } = useOffers();
  const last = useConsole((state) => state.preferences.lastOperator);
  const [chosen, setChosen] = useState<string | null>(null);
  const offer = offers?.find(({ name }) => name === (chosen ?? last)) ?? onlyOne(offers);
  return (
    <GateCard title={t("gate.signIn")} isWide={!offer && (offers ?? []).length > fewTiles} foot={<OtherProfile />}>
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
          action={t("gate.signInAction")}
          {...(offers && offers.length > 1
            ? {
                onSomeoneElse: () => {
                  setChosen("");
                },
              }
            : {})}
        />
      ) : null}
      <PracticeHint />
    </GateCard>
  );
}

function onlyOne(offers: readonly SignInOffer[] | undefined): SignInOffer | undefined {
  return offers?.length === 1 ? offers[0] : undefined;
}
