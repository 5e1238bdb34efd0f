import { Radio, Text } from "@mantine/core";
import type { TablerIcon } from "@tabler/icons-react";
import "./module-wizard.css";

interface WizardChoiceProps {
  readonly question: string;
  readonly icon: TablerIcon;
  readonly value: string;
  readonly title: string;
  readonly hint: string;
}

/** The only possible answer, shown all the same: it says what this kind of module does. */
export function WizardChoice({ question, icon: Icon, value, title, hint }: WizardChoiceProps) {
  return (
    <Radio.Group label={question} value={value} size="sm">
      <label className="module-choice">
        <Icon size={28} stroke={1.4} aria-hidden />
        <div>
          <div className="module-choice-title">{title}</div>
          <Text c="dimmed">{hint}</Text>
        </div>
        <Radio value={value} aria-label={title} data-autofocus />
      </label>
    </Radio.Group>
  );
}
