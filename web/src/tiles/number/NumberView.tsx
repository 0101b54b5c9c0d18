import { cx } from "@/ui/cx";
import { Figure } from "../figure/Figure";
import styles from "../figure/Figure.module.css";
import { figureWords } from "../figure/figure_words";
import type { TileViewProps } from "../registry";
import { useSpeech } from "../speech";

/** One number; with a target, how far it is. */
export function NumberView({ chart, data, form, onOpen }: TileViewProps<"number">) {
  const said = figureWords({ ...useSpeech(), chart, data, form });
  const { text, target } = said;
  return (
    <Figure value={said.value} whole={said.whole} color={said.color} onOpen={onOpen && (() => onOpen())}>
      {target ? (
        <div className={styles.target}>
          <span className={styles.track}>
            <span className={cx(styles.done, target.mark && styles[target.mark])} style={{ width: percent(target) }} />
          </span>
          <span>{text}</span>
        </div>
      ) : (
        text && <p>{text}</p>
      )}
    </Figure>
  );
}

const percent = ({ share }: { share: number }): string => `${share * 100}%`;
