import type { SignInOffer } from "../../../main/contract/shapes/operator";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { OperatorTiles } from "./operator-tiles";
import { PracticeHint } from "./practice-hint";
import { SecretForm } from "./secret-form";
import type { Offers } from "./use-offers";

interface OperatorChoiceProps {
  readonly answer: Offers;
  /** Whoever is chosen; undefined while nobody is. */
  readonly offer: SignInOffer | undefined;
  /** Names what the secret does. */
  readonly action: string;
  readonly onChoose: (name: string) => void;
  /** Present where there is somebody else. */
  readonly onSomeoneElse?: () => void;
}

/** Everybody who may sign in, and the field for the secret of whoever is chosen. */
export function OperatorChoice({ answer, offer, action, onChoose, onSomeoneElse }: OperatorChoiceProps) {
  const { offers, fault, reload } = answer;
  return (
    <>
      <FaultNotice fault={fault} onRetry={reload} />
      {offers === undefined && !fault ? <LoadingRows /> : null}
      {offers && !offer ? (
        <OperatorTiles
          offers={offers}
          onChoose={({ name }) => {
            onChoose(name);
          }}
        />
      ) : null}
      {offer ? (
        <SecretForm
          key={offer.name}
          offer={offer}
          action={action}
          {...(onSomeoneElse === undefined ? {} : { onSomeoneElse })}
        />
      ) : null}
      <PracticeHint />
    </>
  );
}
