import { Anchor, Button, PasswordInput, Text } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../../main/contract/faults";
import type { SignInOffer } from "../../../main/contract/shapes/operator";
import { useSecondsUntil } from "../../hooks/use-seconds-until";
import { FaultNotice } from "../../parts/fault-notice";
import { WaitLine } from "../../parts/wait-line";
import { useConsole } from "../../stores/console-store";
import { OperatorMark } from "./operator-tiles";
import { PinPad } from "./pin-pad";

/** As the contract has it. */
const longestPin = 12;

interface SecretFormProps {
  readonly offer: SignInOffer;
  /** What the button says: sign in, unlock, take over. */
  readonly action: string;
  /** Left out where there is nobody else. */
  readonly onSomeoneElse?: () => void;
}

/** The PIN or passphrase of one operator, by keyboard, mouse or touch. After wrong attempts it counts the wait down. */
export function SecretForm({ offer, action, onSomeoneElse }: SecretFormProps) {
  const { t } = useTranslation();
  const signIn = useConsole((state) => state.signIn);
  const field = useRef<HTMLInputElement>(null);
  const [secret, setSecret] = useState("");
  const [isRunning, setIsRunning] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [blockedUntil, setBlockedUntil] = useState(offer.blockedUntil);
  const seconds = useSecondsUntil(blockedUntil);
  const isPin = offer.signInKind === "pin";
  const isWrong = fault?.kind === "wrong-secret";

  const change = (next: (before: string) => string): void => {
    setFault(null);
    setSecret(next);
  };
  const submit = async (): Promise<void> => {
    if (secret === "" || seconds > 0 || isRunning) return;
    setIsRunning(true);
    setFault(null);
    const refusal = await signIn(offer.name, secret);
    // The form is gone with the gate once somebody is signed in.
    setIsRunning(false);
    setSecret("");
    setFault(refusal);
    setBlockedUntil(refusal?.kind === "wrong-secret" ? refusal.blockedUntil : null);
    field.current?.focus();
  };
  const problem = isWrong ? t(isPin ? "gate.wrongPin" : "gate.wrongPassphrase") : null;
  return (
    <form
      className="secret-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="secret-form-who">
        <OperatorMark role={offer.role} />
        <div>
          <Text fw={600} size="lg">
            {offer.name}
          </Text>
          <Text c="dimmed">{t(`gate.role.${offer.role}`)}</Text>
        </div>
        {onSomeoneElse ? (
          <Anchor component="button" type="button" size="sm" onClick={onSomeoneElse}>
            {t("gate.someoneElse")}
          </Anchor>
        ) : null}
      </div>
      <PasswordInput
        ref={field}
        label={t(isPin ? "gate.pin" : "gate.passphrase")}
        value={secret}
        error={problem}
        autoFocus
        autoComplete="off"
        inputMode={isPin ? "numeric" : "text"}
        maxLength={isPin ? longestPin : 200}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          change(() => (isPin ? typed.replace(/\D/g, "") : typed));
        }}
      />
      <WaitLine seconds={seconds} />
      {isWrong ? null : <FaultNotice fault={fault} />}
      {isPin ? (
        <PinPad
          onDigit={(digit) => {
            change((before) => (before + digit).slice(0, longestPin));
          }}
          onErase={() => {
            change((before) => before.slice(0, -1));
          }}
        />
      ) : null}
      <Button type="submit" size="md" fullWidth loading={isRunning} disabled={secret === "" || seconds > 0}>
        {action}
      </Button>
    </form>
  );
}
