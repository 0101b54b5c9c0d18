import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import { cx } from "@/ui/cx";
import { Figure } from "../figure/Figure";
import styles from "../figure/Figure.module.css";
import { figureWords } from "../figure/figure_words";
import type { TileViewProps } from "../registry";
import { useSpeech } from "../speech";

const ARROWS = { up: ArrowUp, down: ArrowDown, level: ArrowRight };

/** One number beside the same number of the period before. */
export function NumberChangeView({ chart, data, form, onOpen }: TileViewProps<"number_change">) {
  const speech = useSpeech();
  const said = figureWords({ ...speech, chart, data, form });
  const { text, change } = said;
  const Arrow = ARROWS[change?.way ?? "level"];
  return (
    <Figure value={said.value} whole={said.whole} color={said.color} onOpen={onOpen && (() => onOpen())}>
      <div className={styles.change}>
        {change && (
          <span className={cx(styles.delta, styles[change.tone])}>
            <Arrow size={13} aria-label={speech.t(`way.${change.way}`)} />
            {change.text}
          </span>
        )}
        <span>{text}</span>
      </div>
    </Figure>
  );
}
