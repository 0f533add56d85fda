@echo off
rem Called by kelvin.cmd and verify.cmd: finds a JDK that is new enough and sets JDK and JDK_VERSION.
set "JDK="
set "JDK_VERSION="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
if not defined JDK for %%V in ("Eclipse Adoptium" "Java" "Microsoft" "Zulu" "Amazon Corretto" "BellSoft") do (
  if not defined JDK for /d %%D in ("%ProgramFiles%\%%~V\*") do if not defined JDK call :try "%%~D"
)
if not defined JDK for /d %%D in ("%USERPROFILE%\.jdks\*") do if not defined JDK call :try "%%~D"
if defined JDK exit /b 0
echo kelvin: Kelvin needs a JDK 25 or newer and none was found: install one, for example Eclipse Temurin 25 from adoptium.net, or set JAVA_HOME to it. 1>&2
exit /b 3

:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "FOUND="
for /f "usebackq tokens=1,2 delims==" %%A in ("%~1\release") do if "%%A"=="JAVA_VERSION" set "FOUND=%%~B"
if not defined FOUND exit /b 0
for /f "tokens=1 delims=.+-" %%M in ("%FOUND%") do if %%M GEQ 25 (
  set "JDK=%~f1"
  set "JDK_VERSION=%FOUND%"
)
exit /b 0
