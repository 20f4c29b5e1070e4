@echo off
rem A program with windows is not waited for, unless a script starts it; behind two hyphens Electron takes every argument as it is.
"%~dp0Token Tray.exe" -- %*
