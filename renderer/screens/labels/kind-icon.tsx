import {
  IconPlugConnected,
  IconRoute,
  IconServer,
  IconServer2,
  IconTypography,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LabelKind } from "../../../main/contract/shapes/label";

const icons: Readonly<Record<LabelKind, TablerIcon>> = {
  server: IconServer,
  rack: IconServer2,
  port: IconPlugConnected,
  cable: IconRoute,
  text: IconTypography,
};

/** What kind of thing a label is for. */
export function KindIcon({ kind }: { readonly kind: LabelKind }) {
  const { t } = useTranslation();
  const Icon = icons[kind];
  return (
    <Icon size="1.25em" stroke={1.6} color="var(--text-quiet)" role="img" aria-label={t(`labels.kinds.${kind}`)} />
  );
}
