import { inflateSync } from 'node:zlib';

/** Two packages as rpm 4.18 has put them into its database: `tiny`, and `libtiny`, which needs it. */
const fixture = (packed: string): Buffer => inflateSync(Buffer.from(packed, 'base64'));

/** Their headers in a table of SQLite with pages so small that headers go over into others. */
export const sqlite = fixture(
  'eNrtmE2IHEUUx6u7d/Nl1EhiYtRAqwF3yc5sV1d/il+TzRgXdzdrnEAWErU+s42zM+vM7JKVXAQvomBADx5URHMQ9ZCDSEBRDyLiSRHBgxchgh' +
    'qjUVADJsbq6dfZ7TUYAsGDzmNqqn9V1a+rquvV1H8euH8s6UhbNVsztGMT1IcMA91t2wghU6eVaNEMnfqW8cXMRGVuXJleWHci67D+6lnP/jM2' +
    'aa7YtG2bMdWhrC7bj9Z1KD3Ulo/OyQZfjtbI7mqlVrVrle1jVXtZ5UCDzsghTYMNY+WmLVuMx4e7Licpf4QekO08NwtO8tKB6cbcjD06UavurO' +
    '62J3ePjld2T9n3Vafsyp7artEJfdN4daI2ZLN6k9nbx3Zttyd21eyJPWNjg/1pIFt/pINZmWU961nP/h+2ovvbbFi/IP3pWc969p+3tYa1xTh/' +
    'oMg3Ap2i7Exv/Ql8Z8Z9G4CrwJt0vkqnvcDXgS54WCdLX26G+jrw9cDvAA+Av8/g/r1w/5fAU9D+K2AG7Y8DC+ATwBL4FLAC/hW4Dvx7xuufzZ' +
    '5nrAX+KKs31gEfz55vbAT+BtrDeNd/B/X7MjZAFxlHgfsz3WS8pXPts7vFpv4/hPprgE/CfJ/K7jcd6O9GYA/4ADC8n75p4NtTHkGdpLGA3LKD' +
    'SK7LuiUHEXrEGto/P5MVjo/W0J5Ge1byRCVSoHrSmDuIGk3a4tNdFyXtokTK7RYvt2ZnMq/ZA9fkSZfXEzYw0pyZbcl2W4p7krqc0CfX9iCCur' +
    'RkR6IXVmexbJIu1Ju027h9L52Xky2pkoODiJSdslfCyCsH+tFpnn3jqJxOBVqFb+v2CZV2uXbpAOKzSRMdeCyZRTF0vCQkS2ijlA2me89cR5Ui' +
    'RBWJJeY4psoLIypVSB3CZBxJRWMRM0pdN1IsVjGRJPJcEYiQYY9iL/Cp58eZL5cIx3Nd5ilJdfMwxDIK3dDDjJHQCWOHES4cn0SSKuYF2CVERq' +
    '7DIo/5IXXTdYnuShfDuXNnT2WLIQ2Bs6/hN9Ymh774Onhxu7PvlrcdF3OPBtghIVGODELiMZdHQchiHEUkduPQx1hof5HiuodxEDBfEVc/ylOx' +
    'z/QwMJcqiDnlkgifCB4p4hMVMd1HSrkGyillaWCka0Jnh9KOwHV6OV5ci9ZhWGv9UP5c9n9Avjat54tr03qhuDatl7O1qV//suWpS9ACKqxNa+' +
    'fk2Ly7zaYNYf/jMgWzKicfP4LAR3cM+r3SQHrKxYFy9atgQayUihmhnqffLidREAWcBpGeNuX7gnsR9wVRDGMnZNJbsju2ms3O8q8LhAc6B5aP' +
    'sNuGsmR5zHR9Xt646T7vwsGzJHqy/2fylO/z6b66yoG4cpf8l9PtP9ZORdLulJKGaqLxaq2yo1KroOG5dmtY92h4dqEz3WyQ4W6bWfgJGb5Y/d' +
    '9dD19KSBfMEElL8k6ztYAqD4yMjtodebCTjy2LfU/HQOAx7ATCUyzEQoXC5YHSEeCriHihCmOuZBwwD7s+VyzSgSNoTBR3XR17mS/pChkK4gm9' +
    'oCgNuI5pxxVUbyYRF+nS8VkQxp7eWRQXAQ50vRcyJl3s+HFInCWxf+aD87G/4sz7R4+t/vz2bf2vvDp1VXLTJ0/FUexjEYSC67D1pd6DHOnFUm' +
    'JMHFdvJ7EbOXGMCRIRpnp7IDh0Odd90TuSIA5nkWA0VhLrEflRxAIqlEeEHrgTURx6RLnEkSKUi7GfTuOnefxn5//NyNrcOxn1rGfn7cl9Rh96' +
    'Nj1jDert8+48nHW0vAjhLGA/hb3W+hbOmSbwd8Argb8HvgL4BJx74dxp/aDz1TptAD4JvBn4R2h/I/BP4M8G/hnqtwL/BvUDwKfB3xDw2bR9N/' +
    '7RHEo//5o9g8w+9FLa1zt0P44szq159hLnds2yub3qEuf2uss8t+GSuU3rR5ZpqlE4J/WBv0k4V63ItFFXU6W8Gngf8JolGivlK2B+poHXAr8O' +
    'fCW0fxP4aqh/C3gd8HvAucb7GPp3Ldz/FdTnmu84cK75Tmd5rvmMVcDXL9FIfYuaz2iD/52gmQ6Bv3uBnwAehfufBgaNaBwGBo1oPA8MzzGOAO' +
    '+H+nz8DwJ/DAya0ryhqCnNm4ua0ry1qCnNoaKmNMvAHdBkO8D/HPAY8Hz2fLOWca5BzXpRg5qzRQ1qzhc1qHmsqEHNd4sa1FpX1KDWhqIGtbYW' +
    'NSjq/wvx/D/d',
);

/** The same in a hash of Berkeley DB, written by db5.3_load. */
export const berkeley = fixture(
  'eNrtl1+IVFUcx8+dmf2nu7bln9QKthJSdGbvuefcf2HWtpouaC20gcIqnb+7F3dnhpnZZVd8CXqrQKgHoYQoH8J68EFCKKqHCPEpicAHXwKNzE' +
    'x9yIT807lzf+PMHSVa8MHCC3fu/Zw/v3PO/Z3z+/4GIYQslFxseSfqiV8y5u5OynrQndfckYMI3URo3/tPPNI3mZRZLXbiK2vuU+9M7mkvf3Dd' +
    'f1e7j3LonIX6/rKuWlescw+c99+/sgNLNnWa5/4u4+j4cFvZVpdbcOQbVwZdqvvf/KbKF3L+0YPzf7/uhNj3p3PGLVaL/7O3z37MP1vIbBW0zv' +
    'j/BfN83tzx1jlknv3mlk19iDtnfzHPTthEMZ8H7gL+FXgx8AUYqB/4NxCaZcAXgVcB/w7tHwe+BPYGgK9A/Rrgq1C/Fvga2NsAfAPqA+CbwJsS' +
    'zi0D3gL8KKx3J/BKGO/15MPlVkH9FPBq4C+A14K9U9B/J/Q/DbwL2p8B5tD+LLAEvgCsgC8Da+A/gKeA/0x46bvJeFYv8HdJvdXf9H8O9kBH0/' +
    '9xy7PJzKwV0PMcWIIvsfQ81I8nbIEp6yhwB+ycY4m3rT4Y+Vuofxj4InjictI/Y8NKVgBT4Alg8FxuEnhjzMOoFhXnkVOwEWnsznrJHEJ7sxt2' +
    'z04nhTtGxtBrxWpZiUhHSqKpqDgzh4olVhGTdRN5YyJPCtWKKFTK04nVZMBFjduUT0V87XBpulxR1aqSL0VT6mU2rarrENTFJZujCVWtNctG2f' +
    'xUidUbV7exWTVaUTqaW4dIwS7QPEa04Jmh42fyi4NC/ClQN362PieUf8UZyE8gUY5KaGJfVEYhTDwvFY9YMZ8spt5npqbzAWKahAoLHDJN/YAp' +
    '7TObcBUGSrNQNvzfAXsg4V7j/5Az5jiB5qEOiSIBdaQnfY4pw9RzGXXDZBSHSJs6DqdaMdPc97EKfMenmHPi235ocyKk7ZJAMc2phx1CVODYPK' +
    'Dc9ZkT7+UkwNy6deMyBIX4jH6CP+2N9v/4k3foRXv86c9tBwvKPGwTn2hbeT6h3BGB5/MQBwEJndB3MZbGXqCFmWHoedzVxDFDUR263CwDC6W9' +
    'UDChiHSJFIEmLtEBN3NkTBhggjEeH6Z4t8R6GU8E3v/n+V8nvHe1xv/nzPIPN+N/5sYC4/+itvi/ZIHxf+U9jv9+W/wfbov/IxBVcmBvNFlTrh' +
    'OC407gHuBx4EUtehDzYvg+k8C9wEeA+6D9Z8APQf0x4H7gr4AbenQC5rcc+p+B+oY+nQVu6NO15NnQJ6sbeHVL1Ab/d8EQ3U3/55rKZVVh5K0Q' +
    '3/fDSNuA3wQeActvA4PSWQeAQemsg8DjUH8YeDfUN77MHuATwKCMmcfSyph5Kq2MmWfSypjZkFbGTAG4BvqxGezPAG8Hnk3Gz4wl3FDSzFRaST' +
    'NlYNDLzGxaLzPH03qZ+TKtl9n+tF5ml6X1MrsmrZfZHWm9zB6A9XRA+Xswf9DP7MG0fmY/aNHPuv+7YQ/0tJ7/uOWHibIa8WoTV1OC5lFKWbNb' +
    'R7fPOusHWFEO/KPINrLRoYtvxJ6v26jHWaNKzFNUO9jTjpEL7oVa65ATRqlRIEECL/AE8wIT2rXrSkED4UqiOca2zxVtiWqVUqnW/nMXcUe34G' +
    'qssN6G8ahd8es2763q18e7u/S3aH/zz1XrH7XYYd02ZAVOSzCvzx8bozKq1vJRUZfQji1jQ5uHxobQ4Ey1MmhmNFier02WimTwtv73pEL6SeP/' +
    'uHeZib3MrGXwLj1T9XcOOriQVCUtRzKqKFErVebR0KvDIyMDNTVXa6w6yWmoUXCPcmx7kmruY6l96QhPG/12dUCor/1QaBV6nGLHFZoHRvYlC4' +
    'kWjmMyh8SWcqTyJaHSbDXGPGEyEtuRzCRJgZDxpnK554fUZExaSA97pp76nCsH227oE7slc7n+ze3MpfP610eP9/ywcX3HRx/vWhI9efKtMAhd' +
    'LD1fCpN0uMpkULaioVIYE9sxyVDoBHYYYoJkgJlJbgj2HSHMXEw+JYkteCA5C7XCZkVuEHCPSU2JNAu3A4Z9SrRDbCV91cxc4s/4/b/JXv4GeG' +
    'UMiQ==',
);
