import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App as AntdApp, ConfigProvider } from "antd";
import en from "antd/es/locale/en_US";
import zh from "antd/es/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "@/api/query_client";
import { Toaster } from "@/ui/Toaster";
import { antdThemeOf, useTheme } from "@/ui/theme";
import { useIsPhone } from "@/ui/viewport";
import { router } from "./router";

/** Everything that is there on every page: cache, theme, language, toasts. */
export function App() {
  const { i18n } = useTranslation();
  const mode = useTheme((state) => state.mode);
  const isPhone = useIsPhone();
  const theme = useMemo(() => antdThemeOf(mode, isPhone), [mode, isPhone]);
  const isChinese = i18n.language === "zh";
  dayjs.locale(isChinese ? "zh-cn" : "en");
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        theme={theme}
        locale={isChinese ? zh : en}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
        variant="outlined"
      >
        <AntdApp component={false}>
          <RouterProvider router={router} />
          <Toaster />
        </AntdApp>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
