// Everything that puts tiles into words, gathered once: for drawings, files and pictures, which are made outside of a view.

import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import { type ColumnWords, useColumnWordsOf } from "@/ui/column_words";
import { type Format, useFormat } from "@/ui/format";
import type { Words } from "./reading";
import { useTileWords } from "./words";

export interface Speech {
  t: TFunction<"tiles">;
  format: Format;
  /** Of groups and their parts. */
  words: Words;
  columnsOf: (form: FormDefinition) => ColumnWords;
}

export function useSpeech(): Speech {
  const { t } = useTranslation("tiles");
  const format = useFormat();
  const words = useTileWords();
  const columnsOf = useColumnWordsOf();
  return useMemo(() => ({ t, format, words, columnsOf }), [t, format, words, columnsOf]);
}
