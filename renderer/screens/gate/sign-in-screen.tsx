import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SignInOffer } from "../../../main/contract/shapes/operator";
import { useConsole } from "../../stores/console-store";
import { GateCard } from "./gate-card";
import { OperatorChoice } from "./operator-choice";
import { OtherProfile } from "./other-profile";
import { useOffers } from "./use-offers";

/** More of them stand side by side. */
const fewTiles = 4;

/** Who is it? Begins with whoever worked at this workstation last. */
export function SignInScreen() {
  const { t } = useTranslation();
  const answer = useOffers();
  const { offers } = answer;
  const last = useConsole((state) => state.preferences.lastOperator);
  const [chosen, setChosen] = useState<string | null>(null);
  const offer = offers?.find(({ name }) => name === (chosen ?? last)) ?? onlyOne(offers);
  return (
    <GateCard title={t("gate.signIn")} isWide={!offer && (offers ?? []).length > fewTiles} foot={<OtherProfile />}>
      <OperatorChoice
        answer={answer}
        offer={offer}
        action={t("gate.signInAction")}
        onChoose={setChosen}
        {...(offers && offers.length > 1
          ? {
              onSomeoneElse: () => {
                setChosen("");
              },
            }
          : {})}
      />
    </GateCard>
  );
}

function onlyOne(offers: readonly SignInOffer[] | undefined): SignInOffer | undefined {
  return offers?.length === 1 ? offers[0] : undefined;
}
