@echo off
rem The command line of Token Tray. A batch file waits for a program that has a window system of its own; typed by itself,
rem such a program gives the prompt back at once. Behind `--` Electron takes switches after an address.
"%~dp0Token Tray.exe" -- %*
