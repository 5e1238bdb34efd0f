import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecoveryCode } from "../../parts/recovery-code";
import { useConsole } from "../../stores/console-store";
import { GateCard } from "./gate-card";
import { OtherProfile } from "./other-profile";
import { SetUpForm } from "./set-up-form";
import { Welcome } from "./welcome";

/** A profile that nobody has set up: practise or begin, then the first administrator, the protection, the recovery code. */
export function SetUpScreen() {
  const { t } = useTranslation();
  const moduleCount = useConsole((state) => state.description?.moduleCount ?? 0);
  const code = useConsole((state) => state.newRecoveryCode);
  const forgetRecoveryCode = useConsole((state) => state.forgetRecoveryCode);
  const [hasBegun, setHasBegun] = useState(false);
  if (code !== null)
    return (
      <GateCard title={t("gate.setUp.codeTitle")} intro={t("gate.setUp.codeIntro")} isWide>
        <RecoveryCode code={code} onKept={forgetRecoveryCode} />
      </GateCard>
    );
  // A profile from before this version has been in use: there is nothing to choose.
  if (moduleCount === 0 && !hasBegun)
    return (
      <Welcome
        onSetUp={() => {
          setHasBegun(true);
        }}
      />
    );
  return (
    <SetUpForm
      foot={<OtherProfile />}
      {...(moduleCount === 0
        ? {
            onBack: () => {
              setHasBegun(false);
            },
          }
        : {})}
    />
  );
}
