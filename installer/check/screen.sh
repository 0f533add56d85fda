# Sourced after lib.sh by the checks of a window: functions for the screen of DISPLAY, without a window
# manager. No function waits for a fixed time; each waits for what it needs to see.

# Runs a program as the user on this screen. Without a bus, GTK would complain about its settings.
on_screen() { as_user DISPLAY="$DISPLAY" GSETTINGS_BACKEND=memory "$@"; }

# Whether a window with exactly this name is on the screen.
is_shown() { xdotool search --onlyvisible --name "^$1\$" > /dev/null 2>&1; }

is_gone() { ! is_shown "$1"; }

# Waits for a window of that name and gives it the keyboard, as a window manager does.
await_window() {
  await "the window “$1”" is_shown "$1"
  xdotool search --onlyvisible --name "^$1\$" windowfocus --sync 2> /dev/null || true
}

# Saves the picture $1 and checks for bars in the colour $2, or in that of the light theme. Ignores the
# upper border, where something of that colour moves while a model opens.
is_drawn() {
  local colour=${2:-#3b6fd4} enough
  import -window root "$1"
  enough=$(convert "$1" -gravity south -crop 100%x90%+0+0 +repage \
    -fill black +opaque "$colour" -fill white -opaque "$colour" -format '%[fx:mean > 0.0012]' info:)
  [ "$enough" = 1 ]
}

await_distribution() { await "a distribution, see $1" is_drawn "$1"; }

# Saves the picture $2 and checks whether its distribution differs from that in $1. While the model runs,
# the previous one is shown, faded.
is_changed() {
  local middle='[640x300+345+70]'
  is_drawn "$2" || return 1
  differing=$(compare -metric AE "$1$middle" "$2$middle" null: 2>&1 || true)
  ((${differing%%.*} > 1500))
}

# Copies the prompt from the window that has the keyboard focus.
copied_prompt() {
  printf '' | xclip -selection clipboard
  xdotool key ctrl+a
  xdotool key ctrl+c
  timeout 5 xclip -o -selection clipboard 2> /dev/null || true
}

# Leaves the caret at the end of the prompt.
is_prompt() {
  prompt=$(copied_prompt)
  xdotool key ctrl+End
  [ "$prompt" = "$1" ]
}

has_ended() { ! pgrep -u "$user" -x java > /dev/null; }

# Closes a window without unsaved work.
close_window() {
  xdotool key ctrl+q
  await "the end of the program" has_ended
}

# Answers the question about unsaved work; the first answer discards it.
let_go() {
  xdotool key ctrl+q
  await_window "Unsaved work"
  xdotool key Left
  xdotool key space
  await "the end of the program" has_ended
}
