#!/usr/bin/env python3
"""Starts a program and measures the time until its window shows something: until
many colours stand where there was one. Prints the milliseconds. The program goes on.

    build/measure.py PIDFILE PROGRAM ARGUMENTS...
"""

import ctypes
import pathlib
import subprocess
import sys
import time

ALL_PLANES, Z_PIXMAP = 0xFFFFFFFF, 2
STEP = 0.005  # seconds between two looks
PATIENCE = 60  # seconds


class Image(ctypes.Structure):
    """The beginning of XImage of Xlib."""

    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int),
                ("format", ctypes.c_int), ("data", ctypes.POINTER(ctypes.c_char))]


def looker():
    """Returns a function that counts the colours of a strip of the screen."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XDefaultRootWindow.argtypes, x.XDefaultRootWindow.restype = [ctypes.c_void_p], ctypes.c_ulong
    x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 2 + [ctypes.c_ulong, ctypes.c_int]
    x.XGetImage.restype = ctypes.POINTER(Image)
    x.XDestroyImage.argtypes = [ctypes.POINTER(Image)]
    display = x.XOpenDisplay(None)
    if not display:
        sys.exit("measure: no display")
    root, wide, high = x.XDefaultRootWindow(display), 4, 700

    def colours():
        image = x.XGetImage(display, root, 640, 60, wide, high, ALL_PLANES, Z_PIXMAP)
        data = image.contents.data[: wide * high * 4]
        x.XDestroyImage(image)
        return len({data[i: i + 3] for i in range(0, len(data), 4)})

    return colours


def main():
    colours = looker()
    before = time.monotonic()
    program = subprocess.Popen(sys.argv[2:], stdout=sys.stderr)  # the pipe of ours is not its
    pathlib.Path(sys.argv[1]).write_text(str(program.pid))
    while colours() < 6:
        if program.poll() is not None or time.monotonic() - before > PATIENCE:
            sys.exit("measure: the program showed nothing")
        time.sleep(STEP)
    print(round(1000 * (time.monotonic() - before)))


main()
