import type { TileData } from "@/api/boards";
import type { FormDefinition } from "@/model/form";
import type { Chart } from "@/model/report";
import type { Speech } from "../speech";

/** One tile with all that is needed to draw it where no screen does. */
export interface PictureSource<C extends Chart = Chart> {
  chart: C;
  data: TileData;
  form: FormDefinition | undefined;
  speech: Speech;
}
